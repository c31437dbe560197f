ALTER TABLE "trial" ALTER COLUMN "channel" SET DEFAULT 'unknown';--> statement-breakpoint
UPDATE "trial" SET "channel" = 'unknown' FROM "visitor"
WHERE "visitor"."visitor_id" = "trial"."visitor_id" AND "visitor"."consent" <> 'granted' AND "trial"."channel" <> 'unknown';
