/** Where secrets stop: everything that may hold one passes here before anything else sees it. */
export { decodeFile, decodeUserData, type DecodedPart, type DecodedUserData } from './decode.ts';
export { redactJson, redactString, redactTags, type RedactedTags } from './strings.ts';
export { redactText, type FoundSecret, type RedactedText } from './text.ts';
export { redactTextThoroughly } from './thorough.ts';
export {
  fingerprint, readUserDataFile, readUserDataFileThoroughly, toUserDataResource, userDataReader, type ReadUserData, type UserDataSource,
} from './user-data.ts';
