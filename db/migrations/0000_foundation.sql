CREATE TABLE "auth_credential" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"status" text NOT NULL,
	"draft_files" jsonb NOT NULL,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"live_revision_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content_hash" text NOT NULL,
	"files" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"rendered" jsonb NOT NULL,
	"proof" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "conversion" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trial_id" uuid,
	"goal" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"contact" jsonb,
	CONSTRAINT "conversion_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"visitor_id" uuid NOT NULL,
	"trial_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rating_visitor_id_trial_id_pk" PRIMARY KEY("visitor_id","trial_id")
);
--> statement-breakpoint
CREATE TABLE "trial" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"demo_slug" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"revision_number" integer NOT NULL,
	"plan" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"seed" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"touch" jsonb,
	"channel" text DEFAULT 'direct' NOT NULL,
	"device" text NOT NULL,
	"returning" integer DEFAULT 0 NOT NULL,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"restarted_from" uuid,
	"resume_hash" text,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_event_at" timestamp with time zone NOT NULL,
	"path" text[] DEFAULT '{}'::text[] NOT NULL,
	"last_state" text NOT NULL,
	"tasks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hints" integer DEFAULT 0 NOT NULL,
	"detours" integer DEFAULT 0 NOT NULL,
	"score" smallint DEFAULT 0 NOT NULL,
	"active_ms" bigint DEFAULT 0 NOT NULL,
	"wall_ms" bigint DEFAULT 0 NOT NULL,
	"outcome" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "trial_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "trial_event" (
	"visitor_id" uuid NOT NULL,
	"trial_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"type" text NOT NULL,
	"data" jsonb,
	"active_ms" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trial_event_visitor_id_trial_id_seq_pk" PRIMARY KEY("visitor_id","trial_id","seq")
) PARTITION BY RANGE ("trial_id");
--> statement-breakpoint
-- drizzle-kit knows no partitions: this clause and the table below are written by hand. Months are added by db/partitions.ts.
CREATE TABLE "trial_event_default" PARTITION OF "trial_event" DEFAULT;
--> statement-breakpoint
CREATE TABLE "visitor" (
	"visitor_id" uuid PRIMARY KEY NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"consent" text DEFAULT 'unset' NOT NULL,
	"first_touch" jsonb
);
--> statement-breakpoint
ALTER TABLE "auth_credential" ADD CONSTRAINT "auth_credential_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_live_revision_id_revision_id_fk" FOREIGN KEY ("live_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversion" ADD CONSTRAINT "conversion_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_visitor_id_trial_id_trial_visitor_id_id_fk" FOREIGN KEY ("visitor_id","trial_id") REFERENCES "public"."trial"("visitor_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trial" ADD CONSTRAINT "trial_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trial_event" ADD CONSTRAINT "trial_event_visitor_id_trial_id_trial_visitor_id_id_fk" FOREIGN KEY ("visitor_id","trial_id") REFERENCES "public"."trial"("visitor_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_credential_user_idx" ON "auth_credential" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "auth_session_user_idx" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry" USING btree ("subject_kind","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_kind_slug_key" ON "document" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "document_updated_idx" ON "document" USING btree ("updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_document_number_key" ON "revision" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "conversion_at_idx" ON "conversion" USING btree ("at");--> statement-breakpoint
CREATE INDEX "conversion_trial_idx" ON "conversion" USING btree ("visitor_id","trial_id");--> statement-breakpoint
CREATE INDEX "trial_id_idx" ON "trial" USING btree ("id");--> statement-breakpoint
CREATE INDEX "trial_demo_started_idx" ON "trial" USING btree ("demo_slug","started_at");--> statement-breakpoint
CREATE INDEX "trial_started_idx" ON "trial" USING btree ("started_at");