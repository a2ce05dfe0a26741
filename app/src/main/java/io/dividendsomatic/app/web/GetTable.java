package io.dividendsomatic.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Maps GET to a {@link Tabular} answer, which is given as JSON, as CSV or as a spreadsheet, as the client accepts. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.GET,
        produces = {MediaType.APPLICATION_JSON_VALUE, GetTable.TEXT_CSV, GetTable.SPREADSHEET})
public @interface GetTable {
    String TEXT_CSV = "text/csv";
    String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    MediaType CSV = MediaType.valueOf(TEXT_CSV);
    MediaType XLSX = MediaType.valueOf(SPREADSHEET);

    /** The path below that of the controller. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value() default {};
}
