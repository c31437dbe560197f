CREATE TABLE "list_columns" (
	"person_id" text PRIMARY KEY NOT NULL,
	"columns" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trial_note" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trial_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "trial_note_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
ALTER TABLE "list_columns" ADD CONSTRAINT "list_columns_person_id_auth_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trial_note" ADD CONSTRAINT "trial_note_author_id_auth_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."auth_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trial_note" ADD CONSTRAINT "trial_note_visitor_id_trial_id_trial_visitor_id_id_fk" FOREIGN KEY ("visitor_id","trial_id") REFERENCES "public"."trial"("visitor_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "trial_note_id_idx" ON "trial_note" USING btree ("id");--> statement-breakpoint
CREATE INDEX "trial_note_trial_idx" ON "trial_note" USING btree ("visitor_id","trial_id");--> statement-breakpoint
-- Each statement adds the names of its rows at once. An update that gives a row another name adds the old one as well.
CREATE FUNCTION "name_changed_trial_note"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id) SELECT visitor_id, 'trial_note', id FROM touched;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "name_renamed_trial_note"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id) VALUES (OLD.visitor_id, 'trial_note', OLD.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "name_insert" AFTER INSERT ON "trial_note" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_trial_note"();--> statement-breakpoint
CREATE TRIGGER "name_update" AFTER UPDATE ON "trial_note" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_trial_note"();--> statement-breakpoint
CREATE TRIGGER "name_delete" AFTER DELETE ON "trial_note" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION "name_changed_trial_note"();--> statement-breakpoint
CREATE TRIGGER "name_old" AFTER UPDATE OF "visitor_id", "id" ON "trial_note" FOR EACH ROW WHEN ((OLD.visitor_id, OLD.id) IS DISTINCT FROM (NEW.visitor_id, NEW.id)) EXECUTE FUNCTION "name_renamed_trial_note"();--> statement-breakpoint
CREATE TRIGGER "name_truncate" AFTER TRUNCATE ON "trial_note" FOR EACH STATEMENT EXECUTE FUNCTION "name_all_as_changed"();
