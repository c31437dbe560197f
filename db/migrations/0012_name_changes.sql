CREATE TABLE "change_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"whole_since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changed" (
	"visitor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "changed_at_idx" ON "changed" USING btree ("at");--> statement-breakpoint
INSERT INTO "change_feed" VALUES (gen_random_uuid(), '-infinity');--> statement-breakpoint
CREATE FUNCTION "name_all_as_changed"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	INSERT INTO public.changed (visitor_id, kind, id)
	VALUES ('00000000-0000-0000-0000-000000000000', 'all', '00000000-0000-0000-0000-000000000000');
	RETURN NULL;
END $$;--> statement-breakpoint
-- Each statement adds the names of its rows at once. An update that gives a row another name adds the old one as well.
DO $$
DECLARE
	named record;
	change record;
BEGIN
	FOR named IN SELECT * FROM (VALUES
		('trial', 'trial', 'visitor_id', 'id'),
		('rating', 'trial', 'visitor_id', 'trial_id'),
		('conversion', 'conversion', 'visitor_id', 'id'),
		('touch', 'touch', 'visitor_id', 'id'),
		('ask', 'ask', 'visitor_id', 'id'),
		('account_member', 'member', 'visitor_id', 'visitor_id'),
		('account', 'account', 'id', 'id')
	) AS listed (relation, kind, visitor, id) LOOP
		EXECUTE format(
			'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
			BEGIN
				INSERT INTO public.changed (visitor_id, kind, id) SELECT %I, %L, %I FROM touched;
				RETURN NULL;
			END $body$',
			'name_changed_' || named.relation, named.visitor, named.kind, named.id);
		FOR change IN SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS listed (verb, rows) LOOP
			EXECUTE format(
				'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION public.%I()',
				'name_' || lower(change.verb), change.verb, named.relation, change.rows, 'name_changed_' || named.relation);
		END LOOP;
		EXECUTE format(
			'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '''' AS $body$
			BEGIN
				INSERT INTO public.changed (visitor_id, kind, id) VALUES (OLD.%I, %L, OLD.%I);
				RETURN NULL;
			END $body$',
			'name_renamed_' || named.relation, named.visitor, named.kind, named.id);
		EXECUTE format(
			'CREATE TRIGGER name_old AFTER UPDATE OF %s ON public.%I FOR EACH ROW
			WHEN ((OLD.%I, OLD.%I) IS DISTINCT FROM (NEW.%I, NEW.%I)) EXECUTE FUNCTION public.%I()',
			CASE WHEN named.visitor = named.id THEN quote_ident(named.id) ELSE format('%I, %I', named.visitor, named.id) END,
			named.relation, named.visitor, named.id, named.visitor, named.id, 'name_renamed_' || named.relation);
		EXECUTE format(
			'CREATE TRIGGER name_truncate AFTER TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.name_all_as_changed()',
			named.relation);
	END LOOP;
END $$;--> statement-breakpoint
CREATE FUNCTION "tell_deleted_names"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	UPDATE public.change_feed SET whole_since = deleted.last + interval '1 microsecond'
	FROM (SELECT max(at) AS last FROM gone) AS deleted WHERE whole_since <= deleted.last;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_deleted" AFTER DELETE ON "changed" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "tell_deleted_names"();--> statement-breakpoint
CREATE FUNCTION "tell_truncated_names"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
	UPDATE public.change_feed SET whole_since = clock_timestamp();
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_truncated" AFTER TRUNCATE ON "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_truncated_names"();
