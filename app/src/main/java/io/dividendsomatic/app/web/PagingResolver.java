package io.dividendsomatic.app.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from a request: pages of a hundred for programs, the whole list for who asks for a file. */
final class PagingResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String page = request.getParameter("page");
        String size = request.getParameter("size");
        if (page == null && size == null && asksForFile(request.getHeader(HttpHeaders.ACCEPT))) {
            return Paging.whole();
        }
        return Paging.of(number("page", page, 0), number("size", size, Paging.DEFAULT_SIZE));
    }

    private static boolean asksForFile(@Nullable String accept) {
        return accept != null
                && MediaType.parseMediaTypes(accept).stream()
                        .anyMatch(type ->
                                type.equalsTypeAndSubtype(GetTable.CSV) || type.equalsTypeAndSubtype(GetTable.XLSX));
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", name + ": '" + text + "' is not a value that it takes");
        }
    }
}
