# rayhelm_library(NAME SOURCES ... PUBLIC ... PRIVATE ...): one static library per folder under app/.
function(rayhelm_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC rayhelm_settings ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# rayhelm_test(NAME SOURCES ... LIBS ... [LABELS ...] [DATA]): a Qt Test program `NAME`, run headless.
# RAYHELM_TEST_DATA names tests/data for it.
function(rayhelm_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    find_package(Qt6 REQUIRED COMPONENTS Test)
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE rayhelm_settings Qt6::Test ${ARG_LIBS})
    target_compile_definitions(${name} PRIVATE
        RAYHELM_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" RAYHELM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
