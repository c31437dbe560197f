CREATE TABLE "cost" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"campaign" text DEFAULT '' NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"value" numeric(18, 4) NOT NULL,
	"currency" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "cost_key" ON "cost" USING btree ("channel","source","campaign","first_day","last_day","currency","reference","simulated") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "cost_last_day_idx" ON "cost" USING btree ("last_day");--> statement-breakpoint
-- The boards' copy follows costs by the names of changed ones. The id of a cost never changes.
CREATE FUNCTION "name_changed_cost"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id) SELECT id, 'cost', id FROM touched;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "name_insert" AFTER INSERT ON "cost" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_cost"();--> statement-breakpoint
CREATE TRIGGER "name_update" AFTER UPDATE ON "cost" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_cost"();--> statement-breakpoint
CREATE TRIGGER "name_delete" AFTER DELETE ON "cost" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_cost"();--> statement-breakpoint
CREATE TRIGGER "name_truncate" AFTER TRUNCATE ON "cost" FOR EACH STATEMENT EXECUTE FUNCTION "name_all_as_changed"();
