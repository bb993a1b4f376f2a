export { QuoteDetector } from "./quotation.js";
export type {
  Attribution,
  AttributionKind,
  CastMember,
  DetectorOptions,
  Document,
  Form,
  Gender,
  Genre,
  OffsetUnit,
  Quote,
  Reason,
  Span,
  Speaker,
} from "./quotation.js";
