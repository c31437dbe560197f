CREATE TABLE "stage_target" (
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"undoes" integer,
	"holds_from" date NOT NULL,
	"target" double precision,
	"owner_id" text,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" text NOT NULL,
	CONSTRAINT "stage_target_stage_version_pk" PRIMARY KEY("stage","version")
);
--> statement-breakpoint
ALTER TABLE "stage_target" ADD CONSTRAINT "stage_target_owner_id_auth_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."auth_user"("id") ON DELETE set null ON UPDATE no action;