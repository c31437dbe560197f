CREATE TABLE "account_warning_dismissal" (
	"account_id" uuid NOT NULL,
	"week" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "account_warning_dismissal_account_id_week_pk" PRIMARY KEY("account_id","week")
);
--> statement-breakpoint
CREATE TABLE "saved_query" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_query_version" (
	"query_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "saved_query_version_query_id_version_pk" PRIMARY KEY("query_id","version")
);
--> statement-breakpoint
ALTER TABLE "account_warning_dismissal" ADD CONSTRAINT "account_warning_dismissal_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_query_version" ADD CONSTRAINT "saved_query_version_query_id_saved_query_id_fk" FOREIGN KEY ("query_id") REFERENCES "public"."saved_query"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_query_name_key" ON "saved_query" USING btree ("kind","name_key") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "saved_query_kind_idx" ON "saved_query" USING btree ("kind");--> statement-breakpoint
-- An account is copied with its domains: a change of one names its account, a move both accounts.
CREATE FUNCTION "name_changed_account_domain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id) SELECT account_id, 'account', account_id FROM touched;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "name_moved_account_domain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id)
	SELECT account_id, 'account', account_id FROM (SELECT account_id FROM earlier UNION SELECT account_id FROM touched) AS moved;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "name_insert" AFTER INSERT ON "account_domain" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_account_domain"();--> statement-breakpoint
CREATE TRIGGER "name_delete" AFTER DELETE ON "account_domain" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_account_domain"();--> statement-breakpoint
CREATE TRIGGER "name_update" AFTER UPDATE ON "account_domain" REFERENCING OLD TABLE AS earlier NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_moved_account_domain"();--> statement-breakpoint
CREATE TRIGGER "name_truncate" AFTER TRUNCATE ON "account_domain" FOR EACH STATEMENT EXECUTE FUNCTION "name_all_as_changed"();
