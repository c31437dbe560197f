CREATE TABLE "proof_result" (
	"content_hash" text PRIMARY KEY NOT NULL,
	"proof" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "instead_slug" text;