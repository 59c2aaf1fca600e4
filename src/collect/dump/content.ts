import { isObject, textOf, type JsonObject, type JsonValue } from '../../aws/index.ts';
import type { UserData } from '../../model/resources/ec2.ts';
import { itemsAt, joinPages } from '../items.ts';
import { versionId } from '../user-data.ts';
import type { RecordedFile } from './recording.ts';

const TOKENS = ['NextToken', 'NextMarker', 'Marker', 'IsTruncated', 'NextRecordName', 'NextRecordType', 'NextRecordIdentifier', 'nextToken', 'MaxItems', 'MaxResults'];

/** What marks a listing that was not whole: whoever reads the dump sees that there was more. */
const NOT_WHOLE = 'the listing was not whole when this was written';

/** One file's content: its pages as one answer, as the AWS CLI prints it. `userData` by `<of> <id>`. */
export function contentOf(file: RecordedFile, whole: boolean, userData: ReadonlyMap<string, UserData>): JsonObject {
  const joined = withUserData(file, distinct(joinPages(file.pages), file.spec.items), userData);
  const kept = Object.fromEntries(Object.entries(joined).filter(([key]) => !TOKENS.includes(key)));
  // AWS leaves out what it does not have; without this a reader could not tell that from what nobody asked about.
  const content = file.asked.size === 0 ? kept : { ...kept, AskedAbout: [...file.asked].sort() };
  return whole ? content : { ...content, NextToken: NOT_WHOLE };
}

/** Two questions of one operation may have brought the same item. */
function distinct(answer: JsonObject, path: string): JsonObject {
  const field = path.split('[]')[0] ?? '';
  const list = path === '' ? undefined : answer[field];
  if (!Array.isArray(list)) return answer;
  return { ...answer, [field]: [...new Map((list as readonly JsonValue[]).map((item) => [JSON.stringify(item), item])).values()] };
}

/** Puts the redacted text back where AWS has the raw one, and beside it what was found when it was redacted. */
function withUserData(file: RecordedFile, answer: JsonObject, userData: ReadonlyMap<string, UserData>): JsonObject {
  switch (file.spec.name) {
    case 'userData': {
      const found = userData.get(`instance ${file.id ?? ''}`);
      return found ? { InstanceId: file.id, UserData: { Value: base64(found) }, RedactedUserData: redacted(found) } : answer;
    }
    case 'launchTemplateVersion':
      return { ...answer, LaunchTemplateVersions: itemsAt(answer, 'LaunchTemplateVersions[]').map((version) => {
        const data = version['LaunchTemplateData'];
        return isObject(data) ? { ...version, LaunchTemplateData: held(data, userData.get(`launch-template-version ${versionId(version)}`)) } : version;
      }) };
    case 'launchConfiguration':
      return { ...answer, LaunchConfigurations: itemsAt(answer, 'LaunchConfigurations[]').map((configuration) =>
        held(configuration, userData.get(`launch-configuration ${textOf(configuration['LaunchConfigurationName'])}`))) };
    default:
      return answer;
  }
}

function held(holder: JsonObject, found: UserData | undefined): JsonObject {
  return found ? { ...holder, UserData: base64(found), RedactedUserData: redacted(found) } : holder;
}

function base64({ parts }: UserData): string {
  return Buffer.from(parts.map((part) => part.text).join('\n')).toString('base64');
}

/** The resource without what the file's place says already. */
function redacted({ id: _id, account: _account, region: _region, tags: _tags, of: _of, ...rest }: UserData): JsonObject {
  // A parsed resource is plain JSON.
  return rest as unknown as JsonObject;
}
