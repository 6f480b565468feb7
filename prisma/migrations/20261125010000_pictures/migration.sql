-- CreateTable
CREATE TABLE "picture" (
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "picture_file" (
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "picture_file_pkey" PRIMARY KEY ("hash","width","format")
);

-- CreateTable
CREATE TABLE "edition_card" (
    "edition_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "edition_card_pkey" PRIMARY KEY ("edition_id")
);

-- AddForeignKey
ALTER TABLE "picture" ADD CONSTRAINT "picture_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_file" ADD CONSTRAINT "picture_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "picture"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_card" ADD CONSTRAINT "edition_card_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_card" ADD CONSTRAINT "edition_card_hash_fkey" FOREIGN KEY ("hash") REFERENCES "picture"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A picture is compressed already: stored as it is, it is read without being unpacked.
ALTER TABLE "picture_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "picture"
  ADD CONSTRAINT "picture_hash" CHECK ("hash" ~ '^[0-9a-f]{32}$'),
  ADD CONSTRAINT "picture_size" CHECK ("width" BETWEEN 1 AND 100000 AND "height" BETWEEN 1 AND 100000);
ALTER TABLE "picture_file"
  ADD CONSTRAINT "picture_file_format" CHECK ("format" IN ('avif', 'webp', 'jpg', 'png')),
  ADD CONSTRAINT "picture_file_width" CHECK ("width" BETWEEN 1 AND 4000),
  ADD CONSTRAINT "picture_file_size" CHECK (octet_length("bytes") BETWEEN 1 AND 20000000);
