/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which side of the political system a unit belongs to (khối Đảng, khối chính quyền). */
export type Bloc =
  /** The government bloc (khối chính quyền). */
  | 'GOVERNMENT'
  /** The Party bloc (khối Đảng). */
  | 'PARTY';

/** What a person may do in a unit (vai trò). */
export type Role =
  /** Heads the unit: assigns, approves and submits (thủ trưởng đơn vị). */
  | 'APPROVER'
  /** Reads all of the own bloc, changes nothing (kiểm tra, thanh tra). */
  | 'AUDITOR'
  /** Reports progress and fills in reports (chuyên viên báo cáo). */
  | 'REPORTER'
  /** Keeps systems, dossiers and checks (cán bộ an toàn thông tin). */
  | 'SECURITY_OFFICER'
  /** Follows plans, confirms results and receives reports (cơ quan thường trực). */
  | 'STANDING_AGENCY'
  /** Directs and sees the whole (Ban Chỉ đạo). */
  | 'STEERING_COMMITTEE'
  /** Keeps units and memberships (quản trị đơn vị). */
  | 'UNIT_ADMINISTRATOR'
  /** Reads (người xem). */
  | 'VIEWER';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename: 'Query', me: { __typename: 'Viewer', portal: Bloc | null, provinceId: string | null, permissions: Array<string>, person: { __typename: 'Person', id: string, displayName: string } | null, membership: { __typename: 'Membership', id: string, role: Role, validFrom: string, validTo: string | null, unit: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string, bloc: Bloc | null, province: { __typename: 'AdministrativeUnit', id: string, name: string, nameEn: string } | null } } | null, memberships: Array<{ __typename: 'Membership', id: string, role: Role, validFrom: string, validTo: string | null, unit: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string, bloc: Bloc | null, province: { __typename: 'AdministrativeUnit', id: string, name: string, nameEn: string } | null } }> } | null, businessClock: { __typename: 'BusinessClock', now: string, today: string, offsetSeconds: number } };

export type ViewerMembershipFragment = { __typename: 'Membership', id: string, role: Role, validFrom: string, validTo: string | null, unit: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string, bloc: Bloc | null, province: { __typename: 'AdministrativeUnit', id: string, name: string, nameEn: string } | null } };

export const ViewerMembershipFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerMembership"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Membership"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"bloc"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerMembershipFragment, unknown>;
export const ViewerDocument = {"__meta__":{"hash":"a191c72149b38cbe680b326bf77975b84701cd2414d3805e0359e382cfda625e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"portal"}},{"kind":"Field","name":{"kind":"Name","value":"provinceId"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerMembership"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerMembership"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"businessClock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"now"}},{"kind":"Field","name":{"kind":"Name","value":"today"}},{"kind":"Field","name":{"kind":"Name","value":"offsetSeconds"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerMembership"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Membership"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"bloc"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;