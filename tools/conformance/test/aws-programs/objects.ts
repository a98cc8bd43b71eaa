// A program for the AWS client of S3: it uploads, lists, copies and deletes objects.
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { CompletedPart, S3ClientConfig } from "@aws-sdk/client-s3";

const Bucket = "reports";

async function uploadInParts(
  s3: S3Client,
  Key: string,
  parts: readonly string[],
): Promise<unknown> {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  if (UploadId === undefined) throw new Error("The upload has no id.");
  const Parts: CompletedPart[] = [];
  for (const [index, Body] of parts.entries()) {
    const PartNumber = index + 1;
    const { ETag } = await s3.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
    );
    Parts.push({ ETag, PartNumber });
  }
  const { Location } = await s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  );
  return Location;
}

export async function run(config: S3ClientConfig): Promise<unknown[]> {
  const s3 = new S3Client({ ...config, requestChecksumCalculation: "WHEN_REQUIRED" });
  const told: unknown[] = [];
  const { ETag, VersionId } = await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: "2026/june report+1.csv",
      Body: "a,b\n",
      ContentType: "text/csv",
      Metadata: { owner: "ann" },
      Expires: new Date("2026-12-01T00:00:00Z"),
    }),
  );
  told.push(ETag, VersionId);
  told.push(await uploadInParts(s3, "large", ["first", "second"]));
  for await (const { Contents = [], CommonPrefixes } of paginateListObjectsV2(
    { client: s3, pageSize: 2 },
    { Bucket, Prefix: "2026/", Delimiter: "/" },
  )) {
    told.push(Contents.map(({ Key, Size, LastModified }) => [Key, Size, LastModified]));
    told.push(CommonPrefixes?.map(({ Prefix }) => Prefix));
  }
  const { Body, ContentLength, Metadata, Expires, ExpiresString } = await s3.send(
    new GetObjectCommand({ Bucket, Key: "2026/june", Range: "bytes=0-3" }),
  );
  told.push(await Body?.transformToString(), ContentLength, Metadata, Expires, ExpiresString);
  try {
    await s3.send(new GetObjectCommand({ Bucket, Key: "missing" }));
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    told.push(error instanceof NoSuchKey, error.name, error.message, error.$fault);
    told.push(error.$metadata.requestId, error.$metadata.httpStatusCode);
  }
  const absent = await s3
    .send(new HeadObjectCommand({ Bucket, Key: "missing" }))
    .catch((error: unknown) => error);
  told.push(absent instanceof NotFound);
  const { Deleted, Errors } = await s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "a" }, { Key: "b&c" }] } }),
  );
  told.push(Deleted, Errors);
  return told;
}
