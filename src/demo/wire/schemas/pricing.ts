export {
  DescribeServices$,
  GetAttributeValues$,
  GetPriceListFileUrl$,
  GetProducts$,
  ListPriceLists$,
} from '@aws-sdk/client-pricing';
