CREATE TABLE "medium" (
	"name" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"alt" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"seconds" real,
	"files" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "medium_content_key" ON "medium" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "medium_created_idx" ON "medium" USING btree ("created_at","name");