-- The platform's own tables, as far as the gate and its keeper read them (names and types as the platform's Liquibase makes them).
create table person (person_id int primary key, uuid char(38) not null unique, birthdate date, dead boolean not null default false);
create table patient (patient_id int primary key, voided boolean not null default false);
create table concept (concept_id int primary key, uuid char(38) not null unique, retired boolean not null default false);
create table global_property (property varchar(255) primary key, property_value mediumtext);
create table person_attribute_type (person_attribute_type_id int primary key, uuid char(38) not null unique);
create table person_attribute (person_attribute_id int auto_increment primary key, person_id int not null, value varchar(50) not null, person_attribute_type_id int not null, voided boolean not null default false, key (person_id), key (person_attribute_type_id));
create table person_merge_log (person_merge_log_id int auto_increment primary key, winner_person_id int not null, loser_person_id int not null, date_created datetime not null, voided boolean not null default false, key (winner_person_id), key (loser_person_id));
insert into concept (concept_id, uuid) values (1, '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e01'), (2, '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e02'), (3, '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e03');
insert into person_attribute_type (person_attribute_type_id, uuid) values (1, '5c1d3a42-7e0b-4f37-9b1c-7a1f6d0e8c11');
create table obs (obs_id int auto_increment primary key, person_id int not null, concept_id int not null, value_numeric double, value_coded int, value_text text, voided boolean not null default false, key (person_id), key (concept_id));
create table conditions (condition_id int auto_increment primary key, patient_id int not null, condition_coded int, voided boolean not null default false, key (patient_id), key (condition_coded));
create table encounter_diagnosis (diagnosis_id int auto_increment primary key, patient_id int not null, diagnosis_coded int, voided boolean not null default false, key (patient_id), key (diagnosis_coded));
create table drug (drug_id int primary key, concept_id int not null, key (concept_id));
create table orders (order_id int auto_increment primary key, patient_id int not null, concept_id int not null, order_action varchar(50) not null, voided boolean not null default false, key (patient_id), key (concept_id));
create table drug_order (order_id int primary key, drug_inventory_id int, key (drug_inventory_id));
