import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Another team's system: which provinces it may read, and how much of them. Its secret is the issuer's business. */
@Entity('integrator_clients')
@Check('integrator_clients_dates', 'valid_to > valid_from')
export class IntegratorClient {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  provinceIds!: string[];

  @Column('text', { array: true })
  scopes!: string[];

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;
}
