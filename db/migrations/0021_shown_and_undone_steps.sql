ALTER TABLE "trial" ADD COLUMN "entry" text DEFAULT 'start' NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "shown" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "undone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "trial_event" ADD COLUMN "shown" boolean DEFAULT false NOT NULL;