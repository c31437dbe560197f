ALTER TABLE "conversion" DROP COLUMN "contact";
