CREATE TABLE "split" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"document_id" uuid NOT NULL,
	"control_revision_id" uuid NOT NULL,
	"variant_revision_id" uuid,
	"salt" text NOT NULL,
	"variant_share" double precision NOT NULL,
	"measure" text NOT NULL,
	"follow_up_days" integer NOT NULL,
	"baseline" double precision NOT NULL,
	"least" double precision NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped_by" text,
	"stop_note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "split_exposure" (
	"visitor_id" uuid NOT NULL,
	"split_id" uuid NOT NULL,
	"side" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "split_exposure_visitor_id_split_id_pk" PRIMARY KEY("visitor_id","split_id")
);
--> statement-breakpoint
ALTER TABLE "split" ADD CONSTRAINT "split_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split" ADD CONSTRAINT "split_control_revision_id_revision_id_fk" FOREIGN KEY ("control_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split" ADD CONSTRAINT "split_variant_revision_id_revision_id_fk" FOREIGN KEY ("variant_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_exposure" ADD CONSTRAINT "split_exposure_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_exposure" ADD CONSTRAINT "split_exposure_split_id_split_id_fk" FOREIGN KEY ("split_id") REFERENCES "public"."split"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "split_running_key" ON "split" USING btree ("document_id") WHERE stopped_at is null;--> statement-breakpoint
CREATE INDEX "split_document_idx" ON "split" USING btree ("document_id");
--> statement-breakpoint
-- Has the rows of a table named as changed: its triggers do what those of the tables named before it do.
CREATE PROCEDURE "name_changes_of"(relation text, kind text, visitor text, id text) LANGUAGE plpgsql AS $$
DECLARE
	change record;
BEGIN
	EXECUTE format(
		'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
		BEGIN
			INSERT INTO public.changed (visitor_id, kind, id) SELECT %I, %L, %I FROM touched;
			RETURN NULL;
		END $body$',
		'name_changed_' || relation, visitor, kind, id);
	FOR change IN SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS listed (verb, rows) LOOP
		EXECUTE format(
			'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.%I()',
			'name_' || lower(change.verb), change.verb, relation, change.rows, 'name_changed_' || relation);
	END LOOP;
	EXECUTE format(
		'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
		BEGIN
			INSERT INTO public.changed (visitor_id, kind, id) VALUES (OLD.%I, %L, OLD.%I);
			RETURN NULL;
		END $body$',
		'name_renamed_' || relation, visitor, kind, id);
	EXECUTE format(
		'CREATE TRIGGER name_old AFTER UPDATE OF %s ON public.%I FOR EACH ROW
		WHEN ((OLD.%I, OLD.%I) IS DISTINCT FROM (NEW.%I, NEW.%I)) EXECUTE FUNCTION public.%I()',
		CASE WHEN visitor = id THEN quote_ident(id) ELSE format('%I, %I', visitor, id) END,
		relation, visitor, id, visitor, id, 'name_renamed_' || relation);
	EXECUTE format(
		'CREATE TRIGGER name_truncate AFTER TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.name_all_as_changed()',
		relation);
END $$;--> statement-breakpoint
CALL "name_changes_of"('split_exposure', 'exposure', 'visitor_id', 'split_id');
