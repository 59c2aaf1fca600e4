export const GET_PRODUCTS = { service: 'pricing', operation: 'GetProducts', action: 'pricing:GetProducts' } as const;
export const PRICE_LIST_ACTIONS: readonly string[] = [GET_PRODUCTS.action];
