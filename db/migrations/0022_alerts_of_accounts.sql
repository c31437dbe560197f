DROP INDEX "alert_open_key";--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "account" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_key" ON "alert" USING btree ("measure","direction","demo","channel","account") WHERE state <> 'closed';