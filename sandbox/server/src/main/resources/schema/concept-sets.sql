-- Which concepts belong to which set.
CREATE TABLE concept_set (
  concept_set_id INT AUTO_INCREMENT PRIMARY KEY,
  concept_id INT NOT NULL,
  concept_set INT NOT NULL REFERENCES concept (concept_id),
  sort_weight DOUBLE,
  creator INT NOT NULL DEFAULT 1,
  date_created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  uuid CHAR(38) NOT NULL UNIQUE,
  KEY idx_concept_set_concept (concept_id)
);
