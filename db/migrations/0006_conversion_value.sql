ALTER TABLE "conversion" ADD COLUMN "value" numeric(18, 4);--> statement-breakpoint
ALTER TABLE "conversion" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "unmatched_conversion" ADD COLUMN "value" numeric(18, 4);--> statement-breakpoint
ALTER TABLE "unmatched_conversion" ADD COLUMN "currency" text;