ALTER TABLE "trial" ALTER COLUMN "detours" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "trial" ALTER COLUMN "detours" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ALTER COLUMN "score" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "trial" ALTER COLUMN "score" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "steps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "trial" ADD COLUMN "counting" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "trial_counting_idx" ON "trial" USING btree ("counting","id");--> statement-breakpoint
UPDATE "trial" SET "steps" = greatest("last_seq" - "hints", 0);
