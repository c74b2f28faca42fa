# Headers that nearly every source reads; a build from nothing takes about half the time with them precompiled.
set(RAYHELM_COMMON_HEADERS <QObject> <QString> <QList> <QHash> <QDateTime> <QJsonObject> <QTimer> <QCoroTask>
    <tl/expected.hpp> <memory> <optional> <vector> <functional>)
set(RAYHELM_WINDOW_HEADERS ${RAYHELM_COMMON_HEADERS} <QWidget> <QLabel> <QPushButton> <QBoxLayout> <QLineEdit>
    <QAbstractItemModel> <QAction>)

# rayhelm_library(NAME SOURCES ... PUBLIC ... PRIVATE ...): one static library per folder under app/.
function(rayhelm_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC rayhelm_settings ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(RAYHELM_PRECOMPILE)
        target_precompile_headers(${name} PRIVATE ${RAYHELM_COMMON_HEADERS})
    endif()
endfunction()

# rayhelm_test(NAME SOURCES ... LIBS ... [LABELS ...] [TIMEOUT seconds]): a Qt Test program `NAME`, run headless.
# tests/support/folders.h knows where tests/data lies.
function(rayhelm_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
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
    target_link_libraries(${name} PRIVATE rayhelm_settings rayhelm_folders Qt6::Test ${ARG_LIBS})
    set(with_lab)
    if("lab" IN_LIST ARG_LABELS)
        set(with_lab "${CMAKE_SOURCE_DIR}/tests/lab/with-lab" user)
    elseif("lab-root" IN_LIST ARG_LABELS)
        set(with_lab "${CMAKE_SOURCE_DIR}/tests/lab/with-lab" root)
    endif()
    add_test(NAME ${name} COMMAND ${with_lab} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES
        LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp")
    if(RAYHELM_PRECOMPILE)
        rayhelm_precompile_test(${name})
    endif()
endfunction()

# Tests share one set of precompiled headers, so all are compiled with the same Qt modules.
function(rayhelm_precompile_test name)
    set(modules Qt6::Test Qt6::Widgets Qt6::Network Qt6::WebSockets Qt6::Sql QCoro6::Core)
    if(NOT TARGET rayhelm_test_headers)
        file(WRITE "${CMAKE_BINARY_DIR}/test_headers.cpp" "")
        add_library(rayhelm_test_headers OBJECT "${CMAKE_BINARY_DIR}/test_headers.cpp")
        target_link_libraries(rayhelm_test_headers PRIVATE rayhelm_settings ${modules} tl::expected)
        target_compile_options(rayhelm_test_headers PRIVATE -fPIE)
        target_precompile_headers(rayhelm_test_headers PRIVATE ${RAYHELM_COMMON_HEADERS} <QTest>)
    endif()
    target_link_libraries(${name} PRIVATE ${modules})
    target_compile_options(${name} PRIVATE -Wno-error=invalid-pch) # a test with other settings reads the plain headers
    target_precompile_headers(${name} REUSE_FROM rayhelm_test_headers)
endfunction()
