CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "feedback_work" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"assigned_to" text,
	"revision_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "feedback_work_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "help_search" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"query" text NOT NULL,
	"locale" text NOT NULL,
	"hits" integer NOT NULL,
	"clicked" text,
	CONSTRAINT "help_search_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "help_words" (
	"revision_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"vector" "tsvector" NOT NULL,
	CONSTRAINT "help_words_revision_id_locale_pk" PRIMARY KEY("revision_id","locale")
);
--> statement-breakpoint
CREATE TABLE "search_count" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"query" text NOT NULL,
	"locale" text NOT NULL,
	"searches" integer NOT NULL,
	"unanswered" integer NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "search_count_day_idx" UNIQUE("day","locale","query")
);
--> statement-breakpoint
CREATE TABLE "search_work" (
	"id" uuid PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"assigned_to" text,
	"revision_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "search_work_query_idx" UNIQUE("locale","query")
);
--> statement-breakpoint
CREATE TABLE "message_event" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"message" text NOT NULL,
	"fate" text NOT NULL,
	CONSTRAINT "message_event_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "page_view" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"route" text NOT NULL,
	"document" text,
	"bot" boolean DEFAULT false NOT NULL,
	CONSTRAINT "page_view_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"visitor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trial_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"seq" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	CONSTRAINT "remark_visitor_id_id_pk" PRIMARY KEY("visitor_id","id")
);
--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "at_state" text;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "at_seq" integer;--> statement-breakpoint
ALTER TABLE "feedback_work" ADD CONSTRAINT "feedback_work_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_work" ADD CONSTRAINT "feedback_work_assigned_to_auth_user_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."auth_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_search" ADD CONSTRAINT "help_search_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_work" ADD CONSTRAINT "search_work_assigned_to_auth_user_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."auth_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_event" ADD CONSTRAINT "message_event_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_view" ADD CONSTRAINT "page_view_visitor_id_visitor_visitor_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitor"("visitor_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_visitor_id_trial_id_trial_visitor_id_id_fk" FOREIGN KEY ("visitor_id","trial_id") REFERENCES "public"."trial"("visitor_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_search_query_idx" ON "help_search" USING btree ("locale","query");--> statement-breakpoint
CREATE INDEX "help_words_vector_idx" ON "help_words" USING gin ("vector");--> statement-breakpoint
CREATE INDEX "help_words_words_idx" ON "help_words" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "remark_trial_idx" ON "remark" USING btree ("visitor_id","trial_id");--> statement-breakpoint
-- Each statement adds the names of its rows at once. An update that gives a row another name adds the old one as well.
DO $$
DECLARE
	named record;
	change record;
BEGIN
	FOR named IN SELECT * FROM (VALUES
		('remark', 'visitor_id'),
		('page_view', 'visitor_id'),
		('message_event', 'visitor_id'),
		('help_search', 'visitor_id'),
		('feedback_work', 'visitor_id'),
		('search_count', 'id'),
		('search_work', 'id')
	) AS listed (relation, visitor) LOOP
		EXECUTE format(
			'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
			BEGIN
				INSERT INTO public.changed (visitor_id, kind, id) SELECT %I, %L, id FROM touched;
				RETURN NULL;
			END $body$',
			'name_changed_' || named.relation, named.visitor, named.relation);
		FOR change IN SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS listed (verb, rows) LOOP
			EXECUTE format(
				'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.%I()',
				'name_' || lower(change.verb), change.verb, named.relation, change.rows, 'name_changed_' || named.relation);
		END LOOP;
		EXECUTE format(
			'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
			BEGIN
				INSERT INTO public.changed (visitor_id, kind, id) VALUES (OLD.%I, %L, OLD.id);
				RETURN NULL;
			END $body$',
			'name_renamed_' || named.relation, named.visitor, named.relation);
		EXECUTE format(
			'CREATE TRIGGER name_old AFTER UPDATE OF %s ON public.%I FOR EACH ROW
			WHEN ((OLD.%I, OLD.id) IS DISTINCT FROM (NEW.%I, NEW.id)) EXECUTE FUNCTION public.%I()',
			CASE WHEN named.visitor = 'id' THEN 'id' ELSE 'visitor_id, id' END,
			named.relation, named.visitor, named.visitor, 'name_renamed_' || named.relation);
		EXECUTE format(
			'CREATE TRIGGER name_truncate AFTER TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.name_all_as_changed()',
			named.relation);
	END LOOP;
END $$;
