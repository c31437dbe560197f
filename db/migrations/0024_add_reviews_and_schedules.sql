CREATE TABLE "document_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"file" text NOT NULL,
	"line" integer,
	"quote" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_name" text
);
--> statement-breakpoint
CREATE TABLE "document_schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"files" jsonb,
	"draft_version" integer,
	"instead_slug" text,
	"note" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"leased_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"draft_version" integer NOT NULL,
	"files" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decided_by_name" text
);
--> statement-breakpoint
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_schedule" ADD CONSTRAINT "document_schedule_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_comment_document_idx" ON "document_comment" USING btree ("document_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_schedule_waiting_key" ON "document_schedule" USING btree ("document_id","action") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "document_schedule_due_idx" ON "document_schedule" USING btree ("at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "document_schedule_document_idx" ON "document_schedule" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "review_document_idx" ON "review" USING btree ("document_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_asked_key" ON "review" USING btree ("document_id") WHERE state = 'asked';