CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotent_answer" (
	"key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotent_answer_key_id_key_pk" PRIMARY KEY("key_id","key")
);
--> statement-breakpoint
CREATE TABLE "unmatched_conversion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text DEFAULT 'browser' NOT NULL,
	"told_by" text DEFAULT '' NOT NULL,
	"external_id" text,
	"email_hash" text,
	"sent_hash" text,
	"as_of" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"sought" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_contact" (
	"visitor_id" uuid NOT NULL,
	"email_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "visitor_contact_visitor_id_email_hash_pk" PRIMARY KEY("visitor_id","email_hash")
);
--> statement-breakpoint
CREATE TABLE "touch" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"source" text,
	"medium" text,
	"campaign" text,
	"term" text,
	"content" text,
	"referrer" text,
	"click_name" text,
	"click_id" text,
	"share" text,
	"embed_host" text,
	CONSTRAINT "touch_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "matched_by" text DEFAULT 'session' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "source" text DEFAULT 'browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "told_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "email_hash" text;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "sent_hash" text;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "as_of" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD CONSTRAINT "visitor_contact_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touch" ADD CONSTRAINT "touch_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "idempotent_answer_created_idx" ON "idempotent_answer" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "unmatched_conversion_email_idx" ON "unmatched_conversion" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "unmatched_conversion_at_idx" ON "unmatched_conversion" USING btree ("at");--> statement-breakpoint
CREATE INDEX "visitor_contact_email_idx" ON "visitor_contact" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "conversion_id_idx" ON "conversion" USING btree ("id");--> statement-breakpoint
-- Written by hand: what is known of conversions that were told before.
UPDATE "conversion" SET "recorded_at" = "at";--> statement-breakpoint
INSERT INTO "visitor_contact" ("visitor_id", "email_hash", "at")
SELECT "visitor_id", encode(sha256(convert_to(lower(btrim("contact"->>'email')), 'UTF8')), 'hex'), min("at")
FROM "conversion" WHERE "contact"->>'email' IS NOT NULL GROUP BY 1, 2;
