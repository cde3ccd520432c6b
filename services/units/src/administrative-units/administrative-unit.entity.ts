import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const AdministrativeUnitKind = { PROVINCE: 'PROVINCE', COMMUNE: 'COMMUNE' } as const;
export type AdministrativeUnitKind = (typeof AdministrativeUnitKind)[keyof typeof AdministrativeUnitKind];

registerEnumType(AdministrativeUnitKind, {
  name: 'AdministrativeUnitKind',
  description: 'The two levels of territory since 1 July 2025 (cấp đơn vị hành chính).',
  valuesConfig: {
    PROVINCE: { description: 'A province or a centrally run city (tỉnh, thành phố).' },
    COMMUNE: { description: 'A commune, ward or special zone (xã, phường, đặc khu).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A territory with its official code (đơn vị hành chính); organisations stand on it.' })
@Entity('administrative_units')
@Check('administrative_units_kind', `kind IN ('PROVINCE', 'COMMUNE')`)
@Check('administrative_units_in_province', `(kind = 'PROVINCE') = (province_id IS NULL)`)
@Check('administrative_units_dates', 'valid_to > valid_from')
export class AdministrativeUnit {
  @Field(() => ID, { description: 'The official code, which is also the identifier.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'The official code (mã đơn vị hành chính).' })
  @Column('text')
  code!: string;

  @Field(() => String, { description: 'The full Vietnamese name with its type.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'The name in English.' })
  @Column('text')
  nameEn!: string;

  @Field(() => AdministrativeUnitKind, { description: 'Province or commune.' })
  @Column('text')
  kind!: AdministrativeUnitKind;

  @Index('administrative_units_by_province')
  @ForeignKey(() => AdministrativeUnit, { name: 'administrative_units_province' })
  @Column('text', { nullable: true })
  provinceId!: string | null;

  @Field(() => DateScalar, { description: 'The first day it exists.' })
  @Column('date')
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day it no longer exists.' })
  @Column('date', { nullable: true })
  validTo!: string | null;

  /** All it may be looked for by, without marks and in small letters. */
  @Index('administrative_units_search', { synchronize: false })
  @Column('text')
  searchText!: string;
}
