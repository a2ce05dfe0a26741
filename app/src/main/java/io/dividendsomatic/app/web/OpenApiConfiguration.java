package io.dividendsomatic.app.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract as a document, at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";

    @Bean
    OpenAPI contract() {
        SecurityScheme token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of `token create NAME`. Not needed until there is a user.");
        return new OpenAPI()
                .components(new Components().addSecuritySchemes(TOKEN, token))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .info(new Info()
                        .title("Dividendsomatic")
                        .version("v1")
                        .description("Brokers' statements in; holdings, dividends and reports out."));
    }
}
