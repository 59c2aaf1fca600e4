import type { JsonObject } from '../json.ts';
import type { Call } from './call.ts';

/** Settings that every account has in every region: what AWS answers where nobody ever changed them. */
export function defaultAnswer(call: Call): JsonObject {
  switch (`${call.service}:${call.operation.name}`) {
    case 'ec2:GetEbsEncryptionByDefault': return { EbsEncryptionByDefault: false, SseType: 'none' };
    case 'ec2:GetSnapshotBlockPublicAccessState': return { State: 'unblocked', ManagedBy: 'account' };
    case 'ec2:GetImageBlockPublicAccessState': return { ImageBlockPublicAccessState: 'block-new-sharing', ManagedBy: 'account' };
    case 'ec2:GetInstanceMetadataDefaults': return { AccountLevel: {} };
    case 'ec2:GetSerialConsoleAccessStatus': return { SerialConsoleAccessEnabled: false, ManagedBy: 'account' };
    case 'ec2:DescribeVpcBlockPublicAccessOptions':
      return {
        VpcBlockPublicAccessOptions: {
          AwsAccountId: call.account.id, AwsRegion: call.region, State: 'default-state', InternetGatewayBlockMode: 'off',
          ManagedBy: 'account', ExclusionsAllowed: 'allowed',
        },
      };
    default: return {};
  }
}
