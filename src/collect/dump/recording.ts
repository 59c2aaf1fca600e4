import type { JsonObject } from '../../aws/index.ts';
import type { RecordPage } from '../engine/collection.ts';
import { fileStems } from '../cli-name.ts';
import { labelOf, type Listing } from '../listing.ts';

/** The pages of one file of a dump. */
export interface RecordedFile {
  readonly account: string;
  /** `global` for a service that has no regions. */
  readonly region: string;
  /** `ec2-describe-instances` */
  readonly stem: string;
  /** The resource that the answer is about, where it is about one. */
  readonly id: string | undefined;
  readonly spec: Listing;
  readonly pages: JsonObject[];
  /** The resources that batches were about. */
  readonly asked: Set<string>;
}

export interface Recording {
  readonly record: RecordPage;
  readonly files: ReadonlyMap<string, RecordedFile>;
}

/** Keeps every answer of a collection, without its secrets, for `writeDump`. Give `record` to `collectEstate`. */
export function startRecording(): Recording {
  const files = new Map<string, RecordedFile>();
  return {
    files,
    record: (spec, { account, region, parentId }, page, ids) => {
      const [stem = labelOf(spec)] = fileStems(spec.api.service, spec.api.operation, spec.variant);
      const key = JSON.stringify([account, region, stem, parentId]);
      const file = files.get(key) ?? { account, region, stem, id: parentId, spec, pages: [], asked: new Set<string>() };
      files.set(key, file);
      file.pages.push(page);
      if (spec.each?.namesAll === true) for (const id of ids) file.asked.add(id);
    },
  };
}
