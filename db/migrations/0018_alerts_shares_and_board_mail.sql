CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"measure" text NOT NULL,
	"direction" text NOT NULL,
	"demo" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"verdict" jsonb NOT NULL,
	"watermark" bigint NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "alert_day" (
	"day" date PRIMARY KEY NOT NULL,
	"judged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alert_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"by_name" text,
	"verdict" jsonb
);
--> statement-breakpoint
CREATE TABLE "alert_reader" (
	"person_id" text PRIMARY KEY NOT NULL,
	"locale" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_switch" (
	"measure" text PRIMARY KEY NOT NULL,
	"off_since" timestamp with time zone NOT NULL,
	"off_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"webhook_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "webhook_delivery_webhook_id_id_pk" PRIMARY KEY("webhook_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"locale" text NOT NULL,
	"frequency" text NOT NULL,
	"weekday" smallint,
	"day_of_month" smallint,
	"hour" smallint NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"next_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone,
	"last_result" text
);
--> statement-breakpoint
CREATE TABLE "board_mail_reader" (
	"board_mail_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"mail_id" uuid,
	"unsubscribed_at" timestamp with time zone,
	CONSTRAINT "board_mail_reader_board_mail_id_email_pk" PRIMARY KEY("board_mail_id","email")
);
--> statement-breakpoint
CREATE TABLE "board_share" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"board" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"frozen" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"openings" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert_entry" ADD CONSTRAINT "alert_entry_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_mail_reader" ADD CONSTRAINT "board_mail_reader_board_mail_id_board_mail_id_fk" FOREIGN KEY ("board_mail_id") REFERENCES "public"."board_mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open_key" ON "alert" USING btree ("measure","direction","demo","channel") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "alert_opened_idx" ON "alert" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "alert_entry_alert_idx" ON "alert_entry" USING btree ("alert_id","id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "board_mail_next_idx" ON "board_mail" USING btree ("next_at") WHERE paused_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "board_mail_reader_token_key" ON "board_mail_reader" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "board_share_token_key" ON "board_share" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "board_share_created_idx" ON "board_share" USING btree ("created_at");