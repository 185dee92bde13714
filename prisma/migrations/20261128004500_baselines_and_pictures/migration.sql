-- AlterTable
ALTER TABLE "DatasetVersion" ADD COLUMN     "picture" JSONB;

-- CreateTable
CREATE TABLE "DatasetBaseline" (
    "datasetHash" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "trainRows" INTEGER NOT NULL,
    "recipe" INTEGER NOT NULL,
    "models" JSONB NOT NULL,
    "measuredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DatasetBaseline_pkey" PRIMARY KEY ("datasetHash","metric","trainRows","recipe")
);

-- AddForeignKey
ALTER TABLE "DatasetBaseline" ADD CONSTRAINT "DatasetBaseline_datasetHash_fkey" FOREIGN KEY ("datasetHash") REFERENCES "DatasetVersion"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
