export {
  PricingClient,
  GetProductsCommand,
  DescribeServicesCommand,
  GetAttributeValuesCommand,
  ListPriceListsCommand,
  GetPriceListFileUrlCommand,
} from '@aws-sdk/client-pricing';
