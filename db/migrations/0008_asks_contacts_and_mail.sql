CREATE TABLE "ask" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"browser_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"company" text NOT NULL,
	"message" text NOT NULL,
	"plan" text,
	"trial_id" uuid,
	"locale" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"assigned_to" text,
	"note" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ask_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "address_check" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"browser_id" uuid NOT NULL,
	"email_hash" text NOT NULL,
	"domain" text,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"link_used_at" timestamp with time zone,
	"code_used_at" timestamp with time zone,
	"codes_tried" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "address_check_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visitor_id" uuid,
	"kind" text NOT NULL,
	"to" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"state" text DEFAULT 'waiting' NOT NULL,
	"queued_at" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "mail_allowance" (
	"day" date NOT NULL,
	"name" text NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "mail_allowance_day_name_pk" PRIMARY KEY("day","name")
);
--> statement-breakpoint
DROP INDEX "conversion_email_domain_idx";--> statement-breakpoint
ALTER TABLE "visitor_contact" DROP CONSTRAINT "visitor_contact_visitor_id_email_hash_pk";--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "unverified" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD COLUMN "browser_id" uuid;--> statement-breakpoint
UPDATE "visitor_contact" SET "browser_id" = "visitor_id";--> statement-breakpoint
ALTER TABLE "visitor_contact" ALTER COLUMN "browser_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD CONSTRAINT "visitor_contact_visitor_id_browser_id_email_hash_pk" PRIMARY KEY("visitor_id","browser_id","email_hash");--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD COLUMN "domain" text;--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_assigned_to_auth_user_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."auth_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_check" ADD CONSTRAINT "address_check_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ask_id_idx" ON "ask" USING btree ("id");--> statement-breakpoint
CREATE INDEX "ask_at_idx" ON "ask" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ask_new_idx" ON "ask" USING btree ("at") WHERE state = 'new';--> statement-breakpoint
CREATE INDEX "address_check_link_idx" ON "address_check" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "address_check_expires_idx" ON "address_check" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "mail_created_idx" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_state_idx" ON "mail" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "mail_visitor_idx" ON "mail" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "conversion_unverified_idx" ON "conversion" USING btree ("email_hash") WHERE unverified;--> statement-breakpoint
CREATE INDEX "visitor_contact_domain_idx" ON "visitor_contact" USING btree ("domain");--> statement-breakpoint
INSERT INTO "ask" ("visitor_id", "id", "browser_id", "kind", "name", "email", "company", "message", "trial_id", "locale", "at")
SELECT c.visitor_id, c.id, c.visitor_id, CASE WHEN c.goal IN ('quote', 'sign-up') THEN c.goal ELSE 'question' END,
	coalesce(c.contact->>'name', ''), coalesce(c.contact->>'email', ''), coalesce(c.contact->>'company', ''),
	coalesce(c.contact->>'message', ''), c.trial_id, coalesce(t.locale, 'en'), c.recorded_at
FROM "conversion" c LEFT JOIN "trial" t ON t.visitor_id = c.visitor_id AND t.id = c.trial_id
WHERE c.contact IS NOT NULL;--> statement-breakpoint
UPDATE "visitor_contact" SET "domain" = lower(split_part(a.email, '@', 2))
FROM "ask" a
WHERE a.visitor_id = visitor_contact.visitor_id
	AND encode(sha256(convert_to(lower(trim(a.email)), 'UTF8')), 'hex') = visitor_contact.email_hash;--> statement-breakpoint
UPDATE "conversion" SET "unverified" = true WHERE "matched_by" = 'email';
