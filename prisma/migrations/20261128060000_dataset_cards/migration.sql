-- AlterTable
ALTER TABLE "DatasetVersion" ADD COLUMN     "card" JSONB;
