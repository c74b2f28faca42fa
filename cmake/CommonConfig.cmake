# Settings that every target shares: one INTERFACE target carries all warnings and definitions.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(RAYHELM_WERROR "Warnings are errors" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The cache serves every folder that this repository is built in, precompiled headers included.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_MAXSIZE=10G "${CCACHE_PROGRAM}")
    add_compile_options(-fpch-preprocess)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network WebSockets Sql Svg LinguistTools)
find_package(QCoro6 REQUIRED COMPONENTS Core Network WebSockets)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libyaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
qcoro_enable_coroutines()

add_library(rayhelm_settings INTERFACE)
target_compile_definitions(rayhelm_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(rayhelm_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Werror=unused-result
    $<$<BOOL:${RAYHELM_WERROR}>:-Werror>)
target_include_directories(rayhelm_settings INTERFACE "${CMAKE_SOURCE_DIR}/app")

# Hardening as Debian builds its packages (dpkg-buildflags, hardening=+all), in every preset. Fortified functions need optimization,
# and the sanitizers watch the plain ones, so they come with the optimized presets only.
include(CheckPIESupported)
check_pie_supported(LANGUAGES C CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_compile_options(-fstack-protector-strong -fstack-clash-protection -fcf-protection -Wformat -Werror=format-security)
add_compile_options("$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>")
add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)

find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
    target_link_options(rayhelm_settings INTERFACE -fuse-ld=lld)
endif()
if(RAYHELM_SANITIZE)
    target_compile_options(rayhelm_settings INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(rayhelm_settings INTERFACE -fsanitize=address,undefined)
endif()
