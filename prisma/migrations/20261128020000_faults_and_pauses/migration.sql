-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "pausedBecause" TEXT;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "fault" TEXT;
