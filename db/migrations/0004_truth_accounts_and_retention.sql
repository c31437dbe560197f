CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"merged_into" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_domain" (
	"domain" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"used" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_member" (
	"visitor_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"joined_by" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "account_member_visitor_id_pk" PRIMARY KEY("visitor_id")
);
--> statement-breakpoint
CREATE TABLE "farm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mark" text,
	"found_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"dismissed_at" timestamp with time zone,
	"dismissed_by" text,
	"dismissed_reason" text
);
--> statement-breakpoint
CREATE TABLE "past_trials" (
	"month" text NOT NULL,
	"demo_slug" text NOT NULL,
	"plan" text NOT NULL,
	"flagged" boolean NOT NULL,
	"trials" integer NOT NULL,
	"finished" integer NOT NULL,
	"converted" integer NOT NULL,
	CONSTRAINT "past_trials_month_demo_slug_plan_flagged_pk" PRIMARY KEY("month","demo_slug","plan","flagged")
);
--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "signals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "ruling" jsonb;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "farm_id" uuid;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_merged_into_account_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_domain" ADD CONSTRAINT "account_domain_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitation" ADD CONSTRAINT "account_invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_member" ADD CONSTRAINT "account_member_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_member" ADD CONSTRAINT "account_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_merged_idx" ON "account" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "account_domain_account_idx" ON "account_domain" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_invitation_token_key" ON "account_invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "account_invitation_account_idx" ON "account_invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_member_account_idx" ON "account_member" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "farm_mark_key" ON "farm" USING btree ("kind","mark");--> statement-breakpoint
CREATE INDEX "farm_found_idx" ON "farm" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "conversion_email_domain_idx" ON "conversion" USING btree (lower(split_part(contact->>'email', '@', 2))) WHERE contact is not null;--> statement-breakpoint
CREATE INDEX "trial_network_idx" ON "trial" USING btree ("started_at","network") WHERE network is not null;--> statement-breakpoint
CREATE INDEX "trial_farm_idx" ON "trial" USING btree ("farm_id") WHERE farm_id is not null;--> statement-breakpoint
-- Every flag so far was a strong signal of the same name, noticed when its trial began.
UPDATE "trial" SET "signals" = (
	SELECT jsonb_agg(jsonb_build_object('name', flag, 'at', to_char("started_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
	FROM unnest("flags") AS flag
) WHERE "flags" <> '{}';--> statement-breakpoint
-- Addresses of networks are not kept, not even of people who sign in.
UPDATE "auth_session" SET "ip_address" = NULL WHERE "ip_address" IS NOT NULL;--> statement-breakpoint
DELETE FROM "auth_rate_limit";
