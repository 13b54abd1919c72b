-- On whom answers about a space rest (functions/95_search/access_basis.sql).
create type app.basis_subjects as (users uuid[], organizations uuid[], groups uuid[]);
