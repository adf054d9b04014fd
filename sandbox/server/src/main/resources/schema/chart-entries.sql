-- Who voided a record and why, and what made it: columns of OpenMRS that only what writes into the chart needs.
ALTER TABLE conditions
  ADD COLUMN voided_by INT,
  ADD COLUMN date_voided DATETIME,
  ADD COLUMN void_reason VARCHAR(255),
  ADD COLUMN form_namespace_and_path VARCHAR(255);

ALTER TABLE encounter_diagnosis
  ADD COLUMN voided_by INT,
  ADD COLUMN date_voided DATETIME,
  ADD COLUMN void_reason VARCHAR(255),
  ADD COLUMN form_namespace_and_path VARCHAR(255);

ALTER TABLE obs ADD COLUMN form_namespace_and_path VARCHAR(255);
