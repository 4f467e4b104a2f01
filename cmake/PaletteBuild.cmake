# How every target is compiled, and the three functions that folders use to declare themselves.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g -fno-omit-frame-pointer")

set(PALETTE_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
option(PALETTE_FUZZ "Build the libFuzzer targets" OFF)

add_compile_options(-Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wundef)
add_compile_options(-fvisibility=hidden -fstack-protector-strong)
if(PALETTE_SANITIZE)
    add_compile_options(-fsanitize=${PALETTE_SANITIZE} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${PALETTE_SANITIZE})
    add_compile_definitions(PALETTE_SANITIZED)
    # A sanitizer keeps g++ 12 from seeing which member of a std::variant is alive.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
else()
    add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
# What a program does not use is not loaded: start-up time is part of what it promises.
add_link_options(-Wl,--as-needed -Wl,-z,relro,-z,now)

# palette_library(NAME SOURCES ... LINKS ... PRIVATE ...): the library of the calling folder, as
# palette_NAME: one of lib/, a daemon's or the command line's. LINKS are the folders it may include;
# PRIVATE are third-party libraries that it alone sees.
function(palette_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE" ${ARGN})
    add_library(palette_${name} STATIC ${ARG_SOURCES})
    target_include_directories(palette_${name} PUBLIC ${CMAKE_BINARY_DIR}/include/${name})
    target_link_libraries(palette_${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE})
    # A folder is included as <folder>/<file>. A link per folder keeps every other one out of reach.
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include/${name})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}
         ${CMAKE_BINARY_DIR}/include/${name}/${name} SYMBOLIC)
endfunction()

# Everything that is installed, without the tests.
add_custom_target(programs)

# palette_program(NAME SOURCES ... LINKS ... DESTINATION dir): an installed program.
function(palette_program name)
    cmake_parse_arguments(ARG "" "DESTINATION" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
    add_dependencies(programs ${name})
    install(TARGETS ${name} RUNTIME DESTINATION ${ARG_DESTINATION})
endfunction()

# palette_test(NAME SOURCES ... LINKS ...): a Catch2 program, registered case by case with ctest.
function(palette_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} palette_catch)
    add_test(NAME ${name} COMMAND ${name})
    # For one that hangs: under a sanitizer, on a busy machine, the longest takes some minutes.
    set_tests_properties(${name} PROPERTIES TIMEOUT 900)
endfunction()
