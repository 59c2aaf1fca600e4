import type { Scope } from '../model/index.ts';
import { CLOSED, OPEN, unknownGate, type Tri } from './bounded.ts';
import type { EstateView } from './estate-view.ts';

/** States in which an exclusion holds. */
const ACTIVE = new Set(['create-complete', 'update-complete', 'update-failed', 'delete-failed', 'disable-failed']);
/** States in which it is being made, changed or taken away: whether it holds cannot be told. */
const CHANGING = new Set(['create-in-progress', 'update-in-progress', 'delete-in-progress', 'disable-in-progress']);

/** VPC block public access: whether internet gateways of the account and region let anything in, by subnet. */
export class AccountGates {
  readonly #view: EstateView;
  readonly #bySubnet = new Map<string, Tri>();

  constructor(view: EstateView) {
    this.#view = view;
  }

  of(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): Tri {
    const key = `${scope.account} ${scope.region} ${subnetId ?? ''} ${vpcId ?? ''}`;
    let gate = this.#bySubnet.get(key);
    if (!gate) {
      gate = this.#read(scope, subnetId, vpcId);
      this.#bySubnet.set(key, gate);
    }
    return gate;
  }

  #read(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): Tri {
    const [options] = this.#view.index.list(scope, 'vpcBlockPublicAccessOptions');
    const mode = options?.InternetGatewayBlockMode;
    if (mode === 'off') return OPEN;
    if (mode === undefined) return this.#withoutOptions(scope, subnetId, vpcId);
    const exclusions = this.#view.index.list(scope, 'vpcBlockPublicAccessExclusion').filter((exclusion) => (
      (exclusion.ResourceArn ?? '').endsWith(`/${subnetId ?? '?'}`) || (exclusion.ResourceArn ?? '').endsWith(`/${vpcId ?? '?'}`)
    ));
    const lifting = exclusions.filter((exclusion) => exclusion.InternetGatewayExclusionMode === 'allow-bidirectional');
    if (lifting.some((exclusion) => ACTIVE.has(exclusion.State ?? 'create-complete'))) return OPEN;
    const changing = exclusions.find((exclusion) => CHANGING.has(exclusion.State ?? ''));
    if (changing) return unknownGate(`exclusion ${changing.id} from VPC block public access is ${changing.State ?? 'changing'}`);
    const gap = this.#view.gap(scope, 'vpcBlockPublicAccessExclusion');
    if (!gap) return CLOSED;
    return this.#effective(subnetId, vpcId) ?? unknownGate(gap);
  }

  #withoutOptions(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): Tri {
    if (this.#view.unsupported(scope, 'vpcBlockPublicAccessOptions')) return OPEN;
    const effective = this.#effective(subnetId, vpcId);
    if (effective) return effective;
    const gap = this.#view.gap(scope, 'vpcBlockPublicAccessOptions');
    // Asked and nothing answered: the region never had it set, which is off.
    return gap ? unknownGate(gap) : OPEN;
  }

  /** What AWS says of the subnet or VPC itself, exclusions counted in. */
  #effective(subnetId: string | undefined, vpcId: string | undefined): Tri | undefined {
    const subnet = subnetId === undefined ? undefined : this.#view.byId('subnet', subnetId);
    const vpc = vpcId === undefined ? undefined : this.#view.byId('vpc', vpcId);
    const mode = subnet?.BlockPublicAccessStates?.InternetGatewayBlockMode ?? vpc?.BlockPublicAccessStates?.InternetGatewayBlockMode;
    if (mode === undefined) return undefined;
    return mode === 'off' ? OPEN : CLOSED;
  }
}
