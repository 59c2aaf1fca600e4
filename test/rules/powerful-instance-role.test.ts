import { powerfulInstanceRole } from '../../src/rules/powerful-instance-role.ts';
import { exposure, type Literals } from './case.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const ARN = 'arn:aws:iam::111122223333:instance-profile/web';
const instance = [running({ IamInstanceProfile: { Arn: ARN } })];
const instanceProfile = [{ id: ARN, InstanceProfileName: 'web', Roles: [{ RoleName: 'web' }] }];
const role = (name: string): Literals => ({ instance, instanceProfile, rolePolicies: [{ id: 'web', AttachedPolicies: [{ PolicyName: name }] }] });

truthTable(powerfulInstanceRole, 'i-1', [
  ['a narrow policy', 'pass', role('read-orders')],
  ['AdministratorAccess, nobody reaches it', 'fail high', role('AdministratorAccess'), { says: /AdministratorAccess/ }],
  ['AdministratorAccess, open to the internet', 'fail critical', role('AdministratorAccess'), { insight: { exposures: [exposure()] }, says: /tcp 22 at 203.0.113.10 is exposed/ }],
  ['PowerUserAccess, a latent opening', 'fail high', role('PowerUserAccess'), { insight: { exposures: [exposure({ verdict: 'latent', closedGates: ['route'] })] } }],
  ['an inline policy for everything', 'fail high', { instance, instanceProfile, rolePolicies: [{ id: 'web', UnrestrictedInlinePolicies: ['all'] }] }, { says: /inline policy all/ }],
  ['policies denied', 'unknown', { instance, instanceProfile }, { denied: ['rolePolicies'], says: /ListAttachedRolePolicies/ }],
  ['profiles denied', 'unknown', { instance }, { denied: ['instanceProfile'], says: /ListInstanceProfiles/ }],
  ['the profile is gone', 'unknown', { instance }],
  ['no profile', 'not-applicable', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
